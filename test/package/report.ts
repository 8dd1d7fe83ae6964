/** The public surface of a door, read from its built types. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type IExtractorConfigPrepareOptions,
} from '@microsoft/api-extractor'
import { root } from './tarball.ts'

type ConfigObject = IExtractorConfigPrepareOptions['configObject']

/** Types that a door only mentions are in its report too: what they say is public all the same. */
const configFor = (door: string, folder: string): ConfigObject => ({
  projectFolder: root,
  newlineKind: 'lf',
  mainEntryPointFilePath: join(root, `dist/${door}.d.ts`),
  compiler: { overrideTsconfig: { extends: join(root, 'tsconfig.json'), include: [join(root, `dist/${door}.d.ts`)] } },
  apiReport: {
    enabled: true,
    reportFileName: `${door}.api.md`,
    reportFolder: folder,
    reportTempFolder: folder,
    includeForgottenExports: true,
  },
  docModel: { enabled: false },
  dtsRollup: { enabled: false },
  tsdocMetadata: { enabled: false },
  messages: {
    extractorMessageReporting: {
      'ae-missing-release-tag': { logLevel: ExtractorLogLevel.None },
      'ae-forgotten-export': { logLevel: ExtractorLogLevel.None },
    },
  },
})

/** As Markdown. A member without a docstring says `(undocumented)` there. */
export const reportOf = (door: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'isopay-api-'))
  const config = ExtractorConfig.prepare({
    configObject: configFor(door, folder),
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
  })
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = true
    },
  })
  const report = readFileSync(join(folder, `${door}.api.md`), 'utf8')
  rmSync(folder, { recursive: true })
  return report
}
