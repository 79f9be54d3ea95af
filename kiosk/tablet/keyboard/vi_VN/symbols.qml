import QtQuick.VirtualKeyboard
import "../letters"

// The letters that Vietnamese has no use for, but names from elsewhere do.
Blocks {
    inputMode: InputEngine.InputMode.Latin
    letters: "fjwz"
    marks: "ă â đ"
}
