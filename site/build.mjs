// Builds the site into target/site: copies the Markdown files of the repository, checks that each is in the menu, runs VitePress,
// and adds the Javadoc that Maven has made under api.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vitepress'
import { groups, pageName, slugify } from './pages.mjs'

const site = dirname(fileURLToPath(import.meta.url))
const repository = dirname(site)
const pages = join(site, 'target', 'pages')

const markdown = folder => readdirSync(folder, { withFileTypes: true }).flatMap(file =>
  file.isDirectory() ? markdown(join(folder, file.name)) : file.name.endsWith('.md') ? [join(folder, file.name)] : [])

rmSync(pages, { recursive: true, force: true })
const links = groups.flatMap(([, entries]) => entries.map(([, link]) => link.split('#')))
const listed = links.map(([file]) => file)
const missing = listed.filter(file => !existsSync(join(repository, file)))
const found = markdown(join(repository, 'docs')).map(file => relative(repository, file))
const unlisted = found.filter(file => !listed.includes(file) && !file.startsWith('docs/decisions/'))
if (missing.length > 0 || unlisted.length > 0) {
  console.error('site/pages.mjs lists files that do not exist: %o, and does not list: %o', missing, unlisted)
  process.exit(1)
}
const headings = file => readFileSync(join(repository, file), 'utf8').match(/^#+ .*/gm).map(line => slugify(line.replace(/^#+ /, '')))
for (const [file, anchor] of links) {
  if (anchor && !headings(file).includes(anchor)) {
    console.error('site/pages.mjs links to a heading that does not exist: %s#%s', file, anchor)
    process.exit(1)
  }
}
for (const file of new Set([...listed, ...found])) {
  const page = join(pages, pageName(file))
  mkdirSync(dirname(page), { recursive: true })
  cpSync(join(repository, file), page)
}
for (const pictures of ['docs/images']) {
  if (existsSync(join(repository, pictures))) {
    cpSync(join(repository, pictures), join(pages, pictures), { recursive: true })
  }
}
await build(site)
const javadoc = join(site, 'target', 'javadoc', 'apidocs')
if (existsSync(javadoc)) {
  const api = join(site, 'target', 'site', 'api')
  cpSync(javadoc, api, { recursive: true })
  // The style sheet imports this one, which the JDK of some distributions lacks: the reader's own fonts are used.
  const fonts = join(api, 'resources', 'fonts')
  mkdirSync(fonts, { recursive: true })
  writeFileSync(join(fonts, 'dejavu.css'), '')
}
