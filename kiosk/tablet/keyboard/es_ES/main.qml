import "../letters"

// Spanish letters for a name, and nothing else: every key is as wide as the screen allows.
Rows {
    first: "qwertyuiop"
    second: "asdfghjklñ"
    third: "zxcvbnm"
    alphabet: "abcdefghijklmnñopqrstuvwxyz"
    marks: "á é"
}
