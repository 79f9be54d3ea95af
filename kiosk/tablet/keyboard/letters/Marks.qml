import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

// Latin letters with marks, on keys of their own, so that nobody has to hold a key down.
KeyboardLayout {
    inputMode: InputEngine.InputMode.Latin
    keyWeight: 100

    KeyboardRow {
        Letters {
            letters: "áàâäãåæçčé"
        }
    }

    KeyboardRow {
        Letters {
            letters: "èêëęíìîïłñ"
        }
    }

    KeyboardRow {
        ShiftKey {
            weight: 100
        }

        Letters {
            letters: "óòôöõøœš"
        }

        BackspaceKey {
            weight: 100
        }
    }

    KeyboardRow {
        SymbolModeKey {
            weight: 150
            displayText: "ABC"
        }

        Letters {
            letters: "ßúùûüžğ"
        }

        SpaceKey {
            weight: 150
        }
    }
}
