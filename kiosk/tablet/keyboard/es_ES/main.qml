import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../letters"

// Spanish letters for a name.
KeyboardLayout {
    inputMode: InputEngine.InputMode.Latin
    keyWeight: 100

    KeyboardRow {
        Letters {
            letters: "qwertyuiop"
        }
    }

    KeyboardRow {
        Letters {
            letters: "asdfghjklñ"
        }
    }

    KeyboardRow {
        ShiftKey {
            weight: 150
        }

        Letters {
            letters: "zxcvbnm"
        }

        BackspaceKey {
            weight: 150
        }
    }

    LastRow {
        marks: "á é ü"
    }
}
