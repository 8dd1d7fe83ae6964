/** What `isopay --help` says. */
export const manual = `isopay check <endpoint> --order <handle> [options]

Holds a merchant's server against the contract of isopay: it asks prepare, status and close below <endpoint> as a
client would, and as an attacker would, and says for each fault what was asked, what came, which rule is broken, why
it matters and what to change.

It opens and closes payments of the orders it is given, and with --wallets it pays them. Use orders of your own on a
server of yours for tests, never a customer's.

Orders
  --order <handle>         An unpaid order. Name two to check that payments keep to their order; each check that pays
                           takes one more.
  --new-order <command>    A command that makes an unpaid order and prints its handle. With it no check lacks one.

How to ask
  --header 'name: value'   Sent with each call, such as a session's cookie or token; may be repeated. Never shown.
                           With it, a call without it must be refused.
  --platform <name>        Where the payer is said to be: desktop-browser, if nothing else is said.
  --accepts <kinds>        Kinds of action, separated by commas: qr, if nothing else is said.
  --wallet <name>          wechat or alipay, where the server wants to know.
  --return-url <url>       A page of your own that payers may be sent back to: for the trip to a wallet's login page.
  --timeout <seconds>      How long an answer may take: 10.

What wallets tell, and money
  --notify-url <url>       Where wallets tell your server of payments; may be repeated. Notifications that nobody
                           signed are sent there: none may be believed.
  --wallets <origin>       The stand-in wallets of isopay's repository (examples/wallets) that your server was started
                           with. With them orders are paid, notifications are lost, forged, sent twice and short of
                           money, and the wallets' books are compared with what your server says.
  --reprice <command>      Changes what the order costs.                       In each of these commands the order's
  --refund <command>       Gives money back, and prints how much.              handle is in the environment: $ORDER.
  --received <command>     Prints what your books say came for the order.      Amounts are in the minor unit (fen).

What is made of it
  --only <names>           Only these checks or rules, separated by commas: R2,nonce.
  --strict                 A check that could not be made counts as broken.
  --json                   The report as JSON on standard output.
  --list                   Every check with its rule; nothing is asked.
  --help                   This.

What could not be checked is said, with what it needs; it is never told as kept. Progress goes to standard error,
the report to standard output. Header values, signed parameters, codes and identities are left out of both.

Exit: 0 nothing is broken · 1 something is · 2 the command is wrong, or the server cannot be reached or does not take
the order.

Examples
  npx isopay check https://shop.example/pay --order order-1024 --order order-1025 --header "cookie: session=$SESSION"
  npx isopay check http://127.0.0.1:8788/pay --notify-url http://127.0.0.1:8788/notify/wechat \\
    --wallets http://127.0.0.1:8787 --new-order ./new-order.sh
`
