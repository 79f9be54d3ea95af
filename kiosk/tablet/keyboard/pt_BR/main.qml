import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../letters"

// Portuguese letters for a name.
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
            letters: "asdfghjklç"
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
        marks: "á ã ê"
    }
}
