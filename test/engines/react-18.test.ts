// @vitest-environment happy-dom
/** The door's own tests again, in React 18: Strict Mode's double effects, a boundary that waits, a server's page. */
import { version } from 'react'
import { expect, it } from 'vitest'
import '../doors/react.test.ts'

it('is React 18', () => expect(version).toMatch(/^18\./))
