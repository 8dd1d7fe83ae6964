import { describe, expect, it } from 'vitest'
import { actionsOf, longMs, type SceneName, sceneOf, scenes, warnMs } from '../../src/panel/scenes.ts'
import { ended, gallery } from './gallery.ts'

const nowMs = Date.UTC(2026, 10, 24)
const states = gallery(nowMs)
const withState = (Object.keys(states) as SceneName[]).filter((name) => states[name] !== null)

it.each(withState)('%s is what its state comes to', (name) => {
  const state = states[name] ?? ended('pending')
  expect(sceneOf(state, nowMs, name === 'waiting' ? nowMs - longMs : nowMs)).toBe(name)
})

it('has a state in the gallery for every scene', () => {
  expect(Object.keys(states).sort()).toEqual(Object.keys(scenes).sort())
})

describe('a code', () => {
  const showing = states.showing ?? ended('pending')

  it.each([
    [warnMs + 1, 'showing'],
    [warnMs, 'ending'],
    [1, 'ending'],
    [0, 'expired'],
  ])('with %i ms left is %s', (leftMs, name) => {
    expect(sceneOf({ ...showing, expiresAtMs: nowMs + leftMs }, nowMs, nowMs)).toBe(name)
  })

  it('that was scanned does not expire under the payer’s hands', () => {
    expect(sceneOf({ ...showing, hint: 'scanned', expiresAtMs: nowMs - 1 }, nowMs, nowMs)).toBe('scanned')
  })

  it('with a hint that is not known is shown on', () => {
    expect(sceneOf({ ...showing, hint: 'queued' }, nowMs, nowMs)).toBe('showing')
  })
})

it('a code that is not there yet is being prepared: nobody is sent to a wallet', () => {
  const { invoking, showing } = states
  expect(sceneOf({ ...(invoking ?? ended('pending')), channel: showing?.channel ?? '' }, nowMs, nowMs)).toBe(
    'preparing',
  )
})

describe('what can be done', () => {
  it('after a failure that cannot cost money: try again', () => {
    expect(actionsOf('failed', ended('failed', 'server_refused'))).toEqual(['again'])
  })

  it('after one of which the server has not spoken: ask it', () => {
    expect(actionsOf('failed', ended('failed', 'network'))).toEqual(['check'])
  })

  it.each(['amount_mismatch', 'bridge_missing', 'identity_missing', 'action_unknown'] as const)(
    'after %s: reload the page',
    (code) => {
      expect(actionsOf('failed', ended('failed', code))).toEqual(['reload'])
    },
  )

  it('after one that another try cannot mend: nothing', () => {
    expect(actionsOf('failed', ended('failed', 'url_refused'))).toEqual([])
  })

  it('once the wallet claims that it is paid: wait', () => {
    const claimed = { ...(states.confirming ?? ended('pending')), claim: { is: 'claimed' } } as const
    expect(actionsOf('confirming', claimed)).toEqual([])
  })

  it('never pays again what is paid or was given back', () => {
    expect([scenes.paid.actions, scenes.refunded.actions]).toEqual([[], []])
  })
})
