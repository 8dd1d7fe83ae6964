/** What the tour prints of each scenario. */

export interface Line {
  scenario: string
  platform: string
  channel: string
  result: string
  requests: number
  ms: number
}

const widths = { scenario: 18, platform: 17, channel: 15, result: 10 }

/** Aligned for the eyes. `requests` are calls of the contract, `ms` is from the first page to the last word. */
export const asText = ({ requests, ms, ...names }: Line): string => {
  const columns = Object.entries(widths).map(([name, width]) => names[name as keyof typeof widths].padEnd(width))
  return `${columns.join('')}${String(requests).padStart(8)}${String(ms).padStart(8)}`
}

export const heading = `${Object.entries(widths)
  .map(([name, width]) => name.padEnd(width))
  .join('')}requests      ms`
