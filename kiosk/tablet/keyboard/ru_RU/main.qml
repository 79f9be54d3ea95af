import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../letters"

// Russian letters for a name.
KeyboardLayout {
    inputMode: InputEngine.InputMode.Cyrillic
    keyWeight: 100

    KeyboardRow {
        Letters {
            letters: "йцукенгшщзхъ"
        }
    }

    KeyboardRow {
        FillerKey {
            weight: 50
        }

        Letters {
            letters: "фывапролджэ"
        }

        FillerKey {
            weight: 50
        }
    }

    KeyboardRow {
        ShiftKey {
            weight: 150
        }

        Letters {
            letters: "ячсмитьбю"
        }

        BackspaceKey {
            weight: 150
        }
    }

    KeyboardRow {
        Letters {
            letters: "ё"
        }

        SpaceKey {
            weight: 1000
        }

        Letters {
            letters: "-"
        }
    }
}
