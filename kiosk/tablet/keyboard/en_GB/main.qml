import "../letters"

// English letters for a name, and nothing else: every key is as wide as the screen allows.
Rows {
    first: "qwertyuiop"
    second: "asdfghjkl"
    third: "zxcvbnm"
    alphabet: "abcdefghijklmnopqrstuvwxyz"
    marks: "é ñ"
}
