export default { pages: ['pages/pay-order'] }
