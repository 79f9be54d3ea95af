import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

// Letters for a name, and nothing else: every key is as wide as the screen allows.
KeyboardLayout {
    inputMode: InputEngine.InputMode.Latin
    keyWeight: 100

    KeyboardRow {
        Key {
            text: "q"
        }

        Key {
            text: "w"
        }

        Key {
            text: "e"
            alternativeKeys: "eéèêë"
        }

        Key {
            text: "r"
        }

        Key {
            text: "t"
        }

        Key {
            text: "y"
            alternativeKeys: "yÿý"
        }

        Key {
            text: "u"
            alternativeKeys: "uùúûü"
        }

        Key {
            text: "i"
            alternativeKeys: "iìíîï"
        }

        Key {
            text: "o"
            alternativeKeys: "oòóôöõø"
        }

        Key {
            text: "p"
        }
    }

    KeyboardRow {
        FillerKey {
            weight: 50
        }

        Key {
            text: "a"
            alternativeKeys: "aáàâäãå"
        }

        Key {
            text: "s"
            alternativeKeys: "sßš"
        }

        Key {
            text: "d"
        }

        Key {
            text: "f"
        }

        Key {
            text: "g"
        }

        Key {
            text: "h"
        }

        Key {
            text: "j"
        }

        Key {
            text: "k"
        }

        Key {
            text: "l"
        }

        FillerKey {
            weight: 50
        }
    }

    KeyboardRow {
        ShiftKey {
            weight: 150
        }

        Key {
            text: "z"
        }

        Key {
            text: "x"
        }

        Key {
            text: "c"
            alternativeKeys: "cç"
        }

        Key {
            text: "v"
        }

        Key {
            text: "b"
        }

        Key {
            text: "n"
            alternativeKeys: "nñ"
        }

        Key {
            text: "m"
        }

        BackspaceKey {
            weight: 150
        }
    }

    KeyboardRow {
        SymbolModeKey {
            weight: 150
            displayText: "é ñ ç"
        }

        SpaceKey {
            weight: 550
        }

        Key {
            weight: 150
            text: "-"
        }

        Key {
            weight: 150
            text: "’"
        }
    }
}
