/** What a bench says of one thing it measured. */
export interface Figure {
  readonly of: 'size' | 'tap' | 'cold' | 'told' | 'import' | 'qr' | 'many'
  readonly name: string
  readonly value: number
  readonly unit: 'KB' | 'ms' | 's' | 'requests' | 'times' | 'timers'
  /** The same thing by other measures. */
  readonly beside?: Readonly<Record<string, number>>
  /** The lower and the upper quarter of the rounds. */
  readonly spread?: readonly [low: number, high: number]
  /** The value in times of a peer's, or of the limit's, measured in the same run. */
  readonly against?: { readonly what: string; readonly times: number }
  /** What it may be at most. */
  readonly bar?: number
  /** What keeps it from a bar that it missed. */
  readonly limit?: string
}

export const round = (value: number, digits = 3): number => Number(value.toPrecision(digits))

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** Median and quarters of many rounds. */
export const middle = (rounds: readonly number[]): { value: number; spread: readonly [number, number] } => {
  const sorted = [...rounds].sort((one, other) => one - other)
  const [low, value, high] = [0.25, 0.5, 0.75].map((share) => round(quantile(sorted, share)))
  return { value: value ?? Number.NaN, spread: [low ?? Number.NaN, high ?? Number.NaN] }
}

export const times = (value: number, what: string, other: number): NonNullable<Figure['against']> => ({
  what,
  times: round(value / other),
})

/** A name, and how much slower the CPU was made. */
export const slowed = (name: string, rate: number): string => (rate > 1 ? `${name}, CPU ${rate} × slower` : name)

export const missed = ({ value, bar }: Figure): boolean => bar !== undefined && !(value <= bar)

const besideOf = (beside: NonNullable<Figure['beside']>): string =>
  Object.entries(beside)
    .map(([what, value]) => `${what} ${value}`)
    .join(', ')

const barOf = ({ bar, unit, limit }: Figure, isMissed: boolean): string => {
  if (bar === undefined) return ''
  return `${bar} ${unit}: ${isMissed ? `MISSED, ${limit ?? 'nobody knows why'}` : 'held'}`
}

const rowOf = (figure: Figure) => {
  const { value, unit, beside, spread, against } = figure
  return {
    value: `${value} ${unit}${beside ? ` (${besideOf(beside)})` : ''}`,
    'quarter to quarter': spread ? `${spread[0]} to ${spread[1]}` : '',
    'against a peer or the limit': against ? `${against.times} × ${against.what}` : '',
    bar: barOf(figure, missed(figure)),
  }
}

export const tableOf = (figures: readonly Figure[]): object =>
  Object.fromEntries(figures.map((figure) => [figure.name, rowOf(figure)]))
