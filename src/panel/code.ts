/** The code on the screen. What draws it is loaded when the first one is shown. */
import { type Draw, refill } from './draw.ts'

const quietZone = 4

export interface Code {
  readonly element: HTMLElement
  /** Draws `content`, unless it stands there. `onMissing` hears where it cannot be drawn. */
  readonly show: (content: string, title: string, onMissing: () => void) => void
  /** What stands there is drawn anew the next time. */
  readonly forget: () => void
}

/** Alipay's page opens the app on a phone; WeChat's `weixin://` codes pay by a scan only. pay/4012791890, read 2026-11. */
export const isLink = (content: string): boolean => content.startsWith('https://qr.alipay.com/')

export const makeCode = ({ html, picture }: Draw): Code => {
  const element = html('div', { class: 'qr', part: 'qr' })
  let wanted = ''

  const draw = async (content: string, title: string): Promise<void> => {
    const { pathOf, qrMatrix } = await import('../qr/matrix.ts')
    if (wanted !== content + title) return
    const matrix = qrMatrix(content)
    refill(element, picture(matrix.size + quietZone * 2, title, { d: pathOf(matrix, quietZone) }))
  }

  return {
    element,
    show: (content, title, onMissing) => {
      if (wanted === content + title) return
      wanted = content + title
      draw(content, title).catch(onMissing)
    },
    forget: () => {
      wanted = ''
    },
  }
}
