/** Where there is no page to leave and none to come back to. */
import type { Page } from '../core/ports.ts'

const nothing = () => {}

export const noPage: Page = {
  url: () => '',
  rewrite: nothing,
  leave: () => false,
  submit: () => false,
  hidden: () => false,
  onWake: () => nothing,
  onHide: () => nothing,
}
