import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { groups, pageName, slugify } from '../pages.mjs'
import { diagram } from './diagram.mjs'

const site = dirname(dirname(fileURLToPath(import.meta.url)))
const pages = join(site, 'target', 'pages')
const javadoc = join(site, 'target', 'javadoc', 'apidocs')

/** The link to a page, or to a heading of it. */
const link = file => {
  const [path, anchor] = file.split('#')
  return '/' + pageName(path).replace(/index\.md$/, '').replace(/\.md$/, '') + (anchor ? '#' + anchor : '')
}

/** The Javadoc of a source file, or nothing if the file is no public source. */
function javadocOf(path) {
  const [, name] = path.match(/\/src\/main\/java\/(.*)\.java$/) ?? []
  if (!name) {
    return undefined
  }
  const page = name.replace(/package-info$/, 'package-summary') + '.html'
  if (existsSync(javadoc) && !existsSync(join(javadoc, page))) {
    throw new Error(`${path} has no Javadoc`)
  }
  return '/api/' + page
}

/**
 * Links to a README become links to the index of its folder, links to sources become links to their Javadoc, and links to other
 * files that are not pages of the site become text.
 */
function repositoryLinks(md) {
  md.core.ruler.push('repository-links', state => {
    for (const block of state.tokens.filter(token => token.type === 'inline')) {
      let plain = false
      for (const token of block.children) {
        if (token.type === 'link_open') {
          const href = token.attrGet('href')
          if (/^([a-z]+:|#|\/)/i.test(href)) {
            continue
          }
          const [path, anchor] = href.split('#')
          const api = javadocOf(path)
          if (api && existsSync(normalize(join(site, '..', dirname(state.env.relativePath), path)))) {
            token.attrSet('href', api)
            token.attrSet('target', '_self')
            continue
          }
          const target = pageName(path)
          const file = normalize(join(pages, dirname(state.env.relativePath), target))
          plain = !existsSync(file)
          if (plain) {
            if (!existsSync(normalize(join(site, '..', dirname(state.env.relativePath), path)))) {
              throw new Error(`${state.env.relativePath} links to ${href}, which does not exist`)
            }
            token.tag = 'span'
            token.attrs = []
          } else {
            token.attrSet('href', target + (anchor ? '#' + anchor : ''))
          }
        } else if (token.type === 'link_close' && plain) {
          token.tag = 'span'
          plain = false
        }
      }
    }
  })
}

/** Draws Mermaid diagrams. Repositories do so themselves. */
function diagrams(md) {
  const code = md.renderer.rules.fence
  md.renderer.rules.fence = (tokens, index, ...rest) =>
    tokens[index].info === 'mermaid' ? diagram(tokens[index].content) : code(tokens, index, ...rest)
}

export default defineConfig({
  title: 'Hourbridge',
  description: 'Java clients for four time-tracking services, and a command that moves time entries between them.',
  srcDir: 'target/pages',
  outDir: 'target/site',
  cacheDir: 'target/cache',
  cleanUrls: false,
  lastUpdated: false,
  head: [['link', { rel: 'icon', href: 'data:,' }]], // Browsers ask for favicon.ico otherwise.
  // VitePress adds no fonts of others with this theme: see theme/index.mjs.
  markdown: { config: md => md.use(repositoryLinks).use(diagrams), anchor: { slugify } },
  ignoreDeadLinks: [/^\/api\//], // Maven adds the Javadoc after the pages; javadocOf checks these links.
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Getting started', link: '/docs/getting-started' },
      { text: 'Clients', link: '/docs/clients' },
      { text: 'Migrating', link: '/docs/migrating' },
      { text: 'Kafka', link: '/docs/kafka-connect' },
      { text: 'API', link: '/api/index.html', target: '_self' },
    ],
    sidebar: groups.map(([text, entries]) => ({
      text,
      items: entries.map(([title, file]) => ({ text: title, link: link(file) })),
    })),
    outline: [2, 3],
  },
})
