import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../letters"

// Arabic letters for a name, where every Arabic keyboard has them; the forms of alif stand beside the space.
KeyboardLayout {
    inputMode: InputEngine.InputMode.Arabic
    keyWeight: 100

    KeyboardRow {
        Letters {
            letters: "ضصثقفغعهخحجد"
        }
    }

    KeyboardRow {
        FillerKey {
            weight: 50
        }

        Letters {
            letters: "شسيبلاتنمكط"
        }

        FillerKey {
            weight: 50
        }
    }

    KeyboardRow {
        Letters {
            letters: "ذئءؤرىةوزظ"
        }

        BackspaceKey {
            weight: 200
        }
    }

    KeyboardRow {
        Letters {
            letters: "أإآ"
        }

        SpaceKey {
            weight: 800
        }

        Letters {
            letters: "-"
        }
    }
}
