import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../letters"

// Vietnamese letters for a name: all on one page, and the tone after its vowel.
KeyboardLayout {
    inputMode: InputEngine.InputMode.Latin
    keyWeight: 100

    KeyboardRow {
        Letters {
            letters: "qwertyuiopươ"
        }
    }

    KeyboardRow {
        Letters {
            letters: "asdfghjklăâđ"
        }
    }

    KeyboardRow {
        ShiftKey {
            weight: 150
        }

        Letters {
            letters: "zxcvbnmêô"
        }

        BackspaceKey {
            weight: 150
        }
    }

    KeyboardRow {
        Key {
            text: "\u0300"
            displayText: "◌\u0300"
        }

        Key {
            text: "\u0309"
            displayText: "◌\u0309"
        }

        Key {
            text: "\u0303"
            displayText: "◌\u0303"
        }

        Key {
            text: "\u0301"
            displayText: "◌\u0301"
        }

        Key {
            text: "\u0323"
            displayText: "◌\u0323"
        }

        SpaceKey {
            weight: 600
        }

        Letters {
            letters: "-"
        }
    }
}
