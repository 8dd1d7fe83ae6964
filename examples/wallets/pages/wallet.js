// Loaded first in every screen: which wallet this is, before anything is painted.
const [, wallet = ''] = location.pathname.split('/')
document.documentElement.dataset.wallet = wallet
