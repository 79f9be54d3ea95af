pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ".."

// Where a screen is longer than the tablet: the way up and down, and help, which never leaves the screen.
GridLayout {
    id: root

    required property Pages pages
    property bool upright: false
    property bool helping: false

    signal helpAsked

    component Arrow: BigButton {
        id: arrow

        property bool onward: false

        Layout.fillWidth: root.upright
        Layout.alignment: arrow.onward ? Qt.AlignBottom : Qt.AlignTop
        primary: arrow.onward
        // Its place stays, so that nothing else moves.
        opacity: enabled ? 1 : 0
        onClicked: root.pages.step(arrow.onward)

        contentItem: Item {
            Chevron {
                anchors.centerIn: parent
                rotation: arrow.onward ? 0 : 180
                color: arrow.onward ? Theme.actionInk : Theme.ink
            }
        }
    }

    columns: upright ? 3 : 1
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    Arrow {
        id: up

        objectName: "upButton"
        side: 0
        enabled: root.pages.before
        Accessible.name: qsTr("Further up")
        onEnabledChanged: {
            if (!enabled && focus)
                down.forceActiveFocus();
        }
    }

    BigButton {
        objectName: "helpButton"
        Layout.fillWidth: root.upright
        Layout.fillHeight: !root.upright
        Layout.maximumHeight: Theme.target
        side: 0
        visible: root.helping
        text: "?"
        textSize: Theme.titleSize
        Accessible.name: qsTr("I need help")
        onClicked: root.helpAsked()
    }

    Item {
        Layout.fillHeight: true
        visible: !root.upright && !root.helping
    }

    Arrow {
        id: down

        objectName: "downButton"
        onward: true
        side: 0
        enabled: root.pages.more
        Accessible.name: qsTr("Further down")
        onEnabledChanged: {
            if (!enabled && focus)
                up.forceActiveFocus();
        }
    }
}
