/** The machine's table as a picture, in the words of Mermaid. */
import { onceInvoked, type Row, type Stage, table } from '../../src/core/machine.ts'

/** The same in every stage that is alive: said once, below the picture. */
const everywhere = ['final', 'stop']

const edgesOf = (from: string, row: Row, when = ''): readonly string[] => {
  const events = new Map<string, string[]>()
  for (const [name, cell] of Object.entries(row)) {
    if (cell.to === 'same' || everywhere.includes(name)) continue
    const edge = `${cell.to}: ${when}`
    const doing = cell.effects.length > 0 ? `${name} (${cell.effects.join(', ')})` : name
    events.set(edge, [...(events.get(edge) ?? []), doing])
  }
  return [...events].map(([edge, names]) => `  ${from} --> ${edge}${names.join(' · ')}`)
}

export const machineDiagram = (): string => {
  const stages = Object.keys(table) as Stage[]
  const edges = stages.flatMap((stage) => [
    ...edgesOf(stage, table[stage]),
    ...edgesOf(stage, onceInvoked[stage] ?? {}, 'once invoked, '),
  ])
  const starts = ['  [*] --> preparing: tap', '  [*] --> invoking: code [charge]', '  [*] --> confirming: resume']
  return ['```mermaid', 'stateDiagram-v2', ...starts, ...edges, '  settled --> [*]', '```', ''].join('\n')
}
