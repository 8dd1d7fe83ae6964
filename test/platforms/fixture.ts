/** What a fixture of a place holds: what was seen there. Public code and sites, read 2026-11. */

export interface Sample {
  readonly userAgent: string
  /** Default 0. */
  readonly maxTouchPoints?: number
  /** Default: `document` alone, as before any bridge has come. */
  readonly objects?: readonly string[]
  /** Where it was read, or what it stands for. */
  readonly source: string
}

export type PlaceFixture = readonly Sample[]
