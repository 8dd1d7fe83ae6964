/** The figures with a bar, as the READMEs print them. */
import { table } from '../house/table.ts'
import { bars } from './bars.ts'
import { type Figure, missed } from './figure.ts'
import type { Recorded } from './recorded.ts'

interface Tongue {
  readonly heading: readonly string[]
  readonly nameOf: (name: string) => string
  readonly limitOf: (name: string) => string
  readonly units: Readonly<Partial<Record<Figure['unit'], string>>>
  readonly peers: Readonly<Record<string, string>>
  readonly held: string
  readonly missed: string
  readonly to: string
  readonly measuredOn: (recorded: Recorded) => string
}

const english: Tongue = {
  heading: ['', 'measured', 'quarter to quarter', 'in times of', 'at most', ''],
  nameOf: (name) => name,
  limitOf: (name) => bars[name]?.limit?.[0] ?? '',
  units: {},
  peers: {},
  held: 'held',
  missed: '**missed**: ',
  to: 'to',
  measuredOn: ({ day, node, cpu }) => `Measured on ${day} with Node ${node.slice(1)} on ${cpu}; sizes are gzip.`,
}

const chinese: Tongue = {
  heading: ['', '测得', '四分位', '倍数', '上限', ''],
  nameOf: (name) => bars[name]?.zh ?? '',
  limitOf: (name) => bars[name]?.limit?.[1] ?? '',
  units: { requests: '次', times: '倍', timers: '个', s: '秒', ms: '毫秒' },
  peers: {
    'by hand, parameters at hand': '手写，参数在手',
    'by hand, fetched in the tap': '手写，点击时 fetch',
    'a frame': '一帧',
    'an optimum that knows them': '知道规律的最优解',
    '100 payments': '100 笔',
  },
  held: '达到',
  missed: '**未达到**：',
  to: '至',
  measuredOn: ({ day, node, cpu }) => `${day} 测于 Node ${node.slice(1)}，${cpu}；体积均为 gzip。`,
}

const cellsOf = (figure: Figure, tongue: Tongue): readonly string[] => {
  const { name, value, unit, spread, against, bar } = figure
  const { peers, nameOf, limitOf, units, to } = tongue
  const named = units[unit] ?? unit
  const quarters = spread ? `${spread[0]} ${to} ${spread[1]}` : '–'
  const compared = against ? `${against.times} × ${peers[against.what] ?? against.what}` : '–'
  const verdict = missed(figure) ? tongue.missed + limitOf(name) : tongue.held
  return [nameOf(name), `${value} ${named}`, quarters, compared, `${bar}`, verdict]
}

const pageIn = (tongue: Tongue, recorded: Recorded): string => {
  const rows = recorded.figures.filter(({ bar }) => bar !== undefined).map((figure) => cellsOf(figure, tongue))
  return `${table(tongue.heading, rows)}\n${tongue.measuredOn(recorded)}\n`
}

export const benchPage = (recorded: Recorded) => ({
  'README.md': pageIn(english, recorded),
  'README.zh-CN.md': pageIn(chinese, recorded),
})
