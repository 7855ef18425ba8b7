// The default theme without the fonts that it ships: the reader's own fonts are used.
import DefaultTheme from 'vitepress/theme-without-fonts'
import './style.css'

export default DefaultTheme
