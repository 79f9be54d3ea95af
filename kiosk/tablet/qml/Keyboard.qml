import QtQuick
import QtQuick.VirtualKeyboard
import Kiosk.Models

// The keyboard, at the lower edge of whatever it lies on. One for all that is written, and made while nobody waits for
// it: it has more parts than any screen.
Item {
    id: root

    required property Flow flow
    // How much it covers now.
    readonly property real covers: (maker.item as Bottom)?.covers ?? 0
    readonly property bool ready: maker.status === Loader.Ready

    // Keys lie where every keyboard of that script has them.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    // Not the panel itself, which has to know where it lies in what it is put on.
    component Bottom: Item {
        readonly property real covers: panel.active ? panel.height : 0

        InputPanel {
            id: panel

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            visible: active
        }
    }

    Loader {
        id: maker

        objectName: "keyboardMaker"
        anchors.fill: parent
        active: false
        asynchronous: true

        sourceComponent: Bottom {}
    }

    Timer {
        interval: Theme.startedMs
        running: !maker.active
        onTriggered: maker.active = true
    }

    Connections {
        target: root.flow

        function onScreenChanged(): void {
            // Somebody is quicker than that.
            maker.asynchronous = false;
            maker.active = true;
        }
    }
}
