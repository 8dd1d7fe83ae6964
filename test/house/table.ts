/** A table in Markdown. */

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`

export const table = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heading, heading.map(() => '---'), ...rows].map(row).join('')
