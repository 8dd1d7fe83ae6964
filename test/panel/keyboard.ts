/** The panel by keyboard: tests that share the browser of the file which calls for them. */
import { expect, it } from 'vitest'
import { ended } from './gallery.ts'
import { bring, button, stateOf } from './pages.ts'
import type { WithStall } from './stalls.ts'

export const isUsedByKeyboard = (withStall: WithStall): void => {
  it('a wallet is reached and tapped', () =>
    withStall(async ({ page, show }) => {
      await show(null)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate('pressed')).toEqual(['pay alipay'])
    }))

  it('the focus stays on a button that stays', () =>
    withStall(async (stall) => {
      await bring(stall, 'showing', 'en')
      await button(stall.page, 'cancel').focus()
      await stall.change(stateOf('scanned') ?? ended('pending'))
      expect(await stall.page.evaluate('panel.shadowRoot.activeElement.textContent')).toBe('Cancel payment')
    }))

  it('the focus stays in the panel where its button goes away', () =>
    withStall(async (stall) => {
      await bring(stall, 'showing', 'en')
      await button(stall.page, 'renew').focus()
      await stall.change(ended('paid'))
      expect(await stall.page.evaluate('panel.shadowRoot.activeElement.tagName')).toBe('SECTION')
    }))

  it('the focus is not taken from the page', () =>
    withStall(async (stall) => {
      await bring(stall, 'showing', 'en')
      await stall.change(ended('paid'))
      expect(await stall.page.evaluate('document.activeElement.tagName')).toBe('BODY')
    }))
}
