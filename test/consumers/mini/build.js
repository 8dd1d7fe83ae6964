/** "Build npm", as WeChat's developer tools do it: the project, and beside it what its packages are made into. */
const { cpSync, rmSync } = require('node:fs')
const { join } = require('node:path')
const { packNpmManually } = require('miniprogram-ci')

const at = (path) => join(__dirname, path)

const build = async () => {
  rmSync(at('dist'), { recursive: true, force: true })
  cpSync(at('src'), at('dist'), { recursive: true })
  cpSync(at('node_modules/isopay'), at('dist/node_modules/isopay'), { recursive: true })
  const { warnList } = await packNpmManually({
    packageJsonPath: at('dist/package.json'),
    miniprogramNpmDistDir: at('dist'),
  })
  if (warnList.length > 0) throw new Error(JSON.stringify(warnList))
  rmSync(at('dist/node_modules'), { recursive: true })
}

build()
