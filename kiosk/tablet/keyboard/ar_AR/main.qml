pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../letters"
import "../../qml"

// Arabic letters for a name, where every Arabic keyboard has them; the forms of alif stand beside the space.
KeyboardLayoutLoader {
    sourceComponent: Theme.keysPerRow < 12 ? blocks : rows

    Component {
        id: blocks

        Blocks {
            inputMode: InputEngine.InputMode.Arabic
            letters: "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةى"
            shift: false
        }
    }

    Component {
        id: rows

        KeyboardLayout {
            inputMode: InputEngine.InputMode.Arabic
            keyWeight: 100

            Binding {
                target: Theme
                property: "keyboardRows"
                value: 4
            }

            KeyboardRow {
                Letters {
                    letters: "ضصثقفغعهخحجد"
                }
            }

            KeyboardRow {
                FillerKey {
                    weight: 50
                    smallTextVisible: false
                }

                Letters {
                    letters: "شسيبلاتنمكط"
                }

                FillerKey {
                    weight: 50
                    smallTextVisible: false
                }
            }

            KeyboardRow {
                Letters {
                    letters: "ذئءؤرىةوزظ"
                }

                BackspaceKey {
                    weight: 200
                    smallTextVisible: false
                }
            }

            KeyboardRow {
                Letters {
                    letters: "أإآ"
                }

                SpaceKey {
                    weight: 800
                    smallTextVisible: false
                }

                Letters {
                    letters: Theme.prose ? "." : "-"
                }
            }
        }
    }
}
