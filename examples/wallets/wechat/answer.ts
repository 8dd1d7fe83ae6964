/** An answer of the v3 API: a body, or a refusal with its code. */
export interface Answer {
  status: number
  body: object | null
}

export const ok = (body: object): Answer => ({ status: 200, body })

/** `field` is the JSON pointer that the real API names in `detail`. */
export const refuse = (status: number, code: string, message: string, field?: string): Answer => ({
  status,
  body: field === undefined ? { code, message } : { code, message, detail: { field, location: 'body' } },
})

export const paramError = (field: string) => refuse(400, 'PARAM_ERROR', `参数错误: ${field}`, field)
