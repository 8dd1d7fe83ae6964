/**
 * Every cell of the machine's table, written a second time: a change of one word there must be made here as well.
 *
 * `stage | event → stage: effects`; `final → settled: tell` and `stop → settled: giveUp` hold in every stage but `settled`.
 * A stage with `*` is one of a payment that a wallet was handed before: these cells go before the others.
 */
export const written = `
preparing | prepared → invoking: invoke, wait
preparing | refused → checking: ask
preparing | busy → confirming: wait
preparing | stale → same: anew, prepare
preparing | puzzled → last: ask
preparing | mute → same: wait
preparing | due → same: prepare
preparing | wake → same: prepare
preparing | deadline → checking: ask
invoking | deadline → last: ask
invoking | due → same: ask
invoking | wake → same: ask
invoking | pending → same: wait
invoking | mute → same: wait
invoking | spoke → confirming: ask
invoking | cancelled → doubting: wait
invoking | absent → checking: ask
invoking | left → away: wait
invoking | detoured → detour
invoking | shown → showing: wait
invoking | refused → checking: ask
showing | deadline → last: ask
showing | due → same: ask
showing | wake → same: ask
showing | pending → same: wait
showing | mute → same: wait
showing | renew → same: prepare
showing | prepared → same: invoke
showing | shown → same: wait
away | deadline → last: ask
away | due → same: ask
away | wake → confirming: ask
away | pending → same: wait
away | mute → same: wait
confirming | deadline → last: ask
confirming | due → same: ask
confirming | wake → same: ask
confirming | pending → same: wait
confirming | mute → same: wait
doubting | deadline → last: ask
doubting | due → same: ask
doubting | pending → settled: cancel
doubting | mute → same: wait
detour | wake → checking: ask
detour | deadline → checking: ask
checking | pending → settled: fail
checking | mute → settled: fail
last | pending → settled: giveUp
last | mute → settled: giveUp
preparing* | refused → confirming: ask
preparing* | deadline → last: ask
invoking* | absent → confirming: ask
invoking* | refused → confirming: ask
detour* | wake → confirming: ask
detour* | deadline → last: ask
checking* | pending → settled: giveUp
checking* | mute → settled: giveUp
`
