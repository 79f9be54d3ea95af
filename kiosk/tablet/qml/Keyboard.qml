import QtQuick
import QtQuick.VirtualKeyboard

// The keyboard, at the lower edge of whatever it is put on.
Item {
    id: root

    // How much of that it takes.
    readonly property real covers: panel.active ? panel.height : 0

    // Keys lie where every keyboard of that script has them.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    InputPanel {
        id: panel

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: active
    }
}
