/** QuickJS, the engine closest to the smallest that mini programs run in. */
import { getQuickJS } from 'quickjs-emscripten'
import type { Bare } from './bare.ts'

const quickjs = await getQuickJS()

export const quickJs = (): Bare => {
  const vm = quickjs.newContext()
  return (script) => {
    const value: unknown = vm.dump(vm.unwrapResult(vm.evalCode(script)))
    vm.unwrapResult(vm.runtime.executePendingJobs())
    return String(value)
  }
}
