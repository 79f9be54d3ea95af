import "../letters"

// Portuguese letters for a name, and nothing else: every key is as wide as the screen allows.
Rows {
    first: "qwertyuiop"
    second: "asdfghjklç"
    third: "zxcvbnm"
    alphabet: "abcçdefghijklmnopqrstuvwxyz"
    marks: "á ã"
}
