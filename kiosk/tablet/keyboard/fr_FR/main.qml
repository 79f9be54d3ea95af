import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../letters"

// French letters for a name.
KeyboardLayout {
    inputMode: InputEngine.InputMode.Latin
    keyWeight: 100

    KeyboardRow {
        Letters {
            letters: "azertyuiop"
        }
    }

    KeyboardRow {
        Letters {
            letters: "qsdfghjklm"
        }
    }

    KeyboardRow {
        ShiftKey {
            weight: 150
        }

        Letters {
            letters: "wxcvbné"
        }

        BackspaceKey {
            weight: 150
        }
    }

    LastRow {
        marks: "è ë ç"
    }
}
