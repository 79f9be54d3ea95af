import "../letters"

// French letters for a name, and nothing else: every key is as wide as the screen allows.
Rows {
    first: "azertyuiop"
    second: "qsdfghjklm"
    third: "wxcvbné"
    alphabet: "abcdeéfghijklmnopqrstuvwxyz"
    marks: "è ë"
}
