// Runs before anything is painted. A language that was chosen by ?lang= holds as long as the tab.
;(() => {
  const asked = new URLSearchParams(location.search).get('lang')
  if (asked === 'zh' || asked === 'en') sessionStorage.setItem('lang', asked)
  const chosen = sessionStorage.getItem('lang') ?? navigator.language
  document.documentElement.lang = chosen.startsWith('zh') ? 'zh' : 'en'
})()
