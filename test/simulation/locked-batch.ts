/** One core's share, where nothing that scripts share can be replaced: SES, https://github.com/endojs/endo. */
import 'ses'

lockdown()
if (!Object.isFrozen(Object.prototype)) throw new Error('nothing is locked')
await import('./batch.ts')
