import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

// Letters with marks, on keys of their own, so that nobody has to hold a key down.
KeyboardLayout {
    inputMode: InputEngine.InputMode.Latin
    keyWeight: 100

    KeyboardRow {
        Key {
            text: "á"
        }

        Key {
            text: "à"
        }

        Key {
            text: "â"
        }

        Key {
            text: "ä"
        }

        Key {
            text: "ã"
        }

        Key {
            text: "å"
        }

        Key {
            text: "æ"
        }

        Key {
            text: "ç"
        }

        Key {
            text: "č"
        }

        Key {
            text: "é"
        }
    }

    KeyboardRow {
        Key {
            text: "è"
        }

        Key {
            text: "ê"
        }

        Key {
            text: "ë"
        }

        Key {
            text: "ę"
        }

        Key {
            text: "í"
        }

        Key {
            text: "ì"
        }

        Key {
            text: "î"
        }

        Key {
            text: "ï"
        }

        Key {
            text: "ł"
        }

        Key {
            text: "ñ"
        }
    }

    KeyboardRow {
        ShiftKey {
            weight: 100
        }

        Key {
            text: "ó"
        }

        Key {
            text: "ò"
        }

        Key {
            text: "ô"
        }

        Key {
            text: "ö"
        }

        Key {
            text: "õ"
        }

        Key {
            text: "ø"
        }

        Key {
            text: "œ"
        }

        Key {
            text: "š"
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

        Key {
            text: "ß"
        }

        Key {
            text: "ú"
        }

        Key {
            text: "ù"
        }

        Key {
            text: "û"
        }

        Key {
            text: "ü"
        }

        Key {
            text: "ž"
        }

        Key {
            text: "ğ"
        }

        SpaceKey {
            weight: 150
        }
    }
}
