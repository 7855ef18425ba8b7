import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { groups, pageName } from '../pages.mjs'

const site = dirname(dirname(fileURLToPath(import.meta.url)))
const pages = join(site, 'target', 'pages')
const link = file => '/' + pageName(file).replace(/index\.md$/, '').replace(/\.md$/, '')

/** Links to a README become links to the index of its folder; links to files that are not pages of the site become text. */
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

export default defineConfig({
  title: 'Hourbridge',
  description: 'Clients for four time-tracking services, and the safest way to move time entries between them.',
  srcDir: 'target/pages',
  outDir: 'target/site',
  cacheDir: 'target/cache',
  cleanUrls: false,
  lastUpdated: false,
  // VitePress adds no fonts of others with this theme: see theme/index.mjs.
  markdown: { config: repositoryLinks },
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Clients', link: '/docs/clients' },
      { text: 'Migrating', link: '/docs/migrating' },
      { text: 'API', link: '/api/index.html', target: '_self' },
    ],
    sidebar: groups.map(([text, entries]) => ({
      text,
      items: entries.map(([title, file]) => ({ text: title, link: link(file) })),
    })),
    outline: [2, 3],
  },
})
