pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import "controls"

Screen {
    id: root

    required property FollowUpModel model
    // Where there is little room the two questions come one after the other.
    readonly property bool inTwo: Theme.compact
    property bool second: false
    readonly property bool stacked: root.portrait || root.inTwo

    first: root.inTwo && root.second ? no : topics.count > 0 ? topics.itemAt(0) : null
    spacing: (Theme.compact ? 3 : 3.2) * Theme.mm
    onSecondChanged: root.again()
    onResumed: root.second = false

    behind: Sun {
        anchors.right: parent.right
        anchors.rightMargin: -32 * Theme.mm
        y: -44 * Theme.mm
    }

    GridLayout {
        id: given

        readonly property bool wide: !root.portrait && !Theme.compact

        Layout.fillWidth: true
        columns: given.wide ? 4 : stars.width + change.least + Theme.gap > root.room ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        StarRow {
            id: stars

            objectName: "givenStars"
            count: root.model.stars
            wave: true
            size: (Theme.compact ? 9 : given.wide ? 10.4 : 12.4) * Theme.mm
        }

        Label {
            objectName: "thanksLine"
            Layout.fillWidth: true
            visible: given.wide
            text: qsTr("%1. Thank you.").arg(Words.stars(root.model.stars))
            font.pixelSize: Theme.leadSize
            font.bold: true
            Accessible.role: Accessible.Heading
        }

        BigButton {
            objectName: "writeButton"
            visible: given.wide
            side: 3.2 * Theme.mm
            text: root.model.comment ? qsTr("Written ✓") : qsTr("Write")
            Accessible.name: qsTr("Write a comment")
            onClicked: root.model.write()
        }

        BigButton {
            id: change

            objectName: "changeButton"
            side: 3.2 * Theme.mm
            Layout.alignment: Qt.AlignRight
            text: qsTr("Change")
            onClicked: root.model.change()
        }

        Label {
            objectName: "thanksLine"
            Layout.fillWidth: true
            Layout.columnSpan: root.inTwo ? given.columns : 1
            visible: !given.wide
            text: Theme.compact ? Words.stars(root.model.stars) : qsTr("%1. Thank you.").arg(Words.stars(root.model.stars))
            font.pixelSize: Theme.leadSize
            font.bold: true
            Accessible.role: Accessible.Heading
        }

        BigButton {
            objectName: "writeButton"
            visible: !given.wide && !root.inTwo
            Layout.alignment: Qt.AlignRight
            side: 3.2 * Theme.mm
            text: root.model.comment ? qsTr("Written ✓") : qsTr("Write")
            Accessible.name: qsTr("Write a comment")
            onClicked: root.model.write()
        }
    }

    Label {
        Layout.fillWidth: true
        visible: !root.inTwo || !root.second
        text: (root.model.stars === 5 ? qsTr("What was good?") : qsTr("What could we do better?")) + " " + qsTr("Tap any.")
    }

    Cells {
        id: grid

        Layout.fillWidth: true
        visible: !root.inTwo || !root.second
        room: root.room
        most: root.portrait ? 2 : 3

        Repeater {
            id: topics

            model: root.model.topics

            Chip {
                required property int index
                required property string topic
                required property bool chosen

                objectName: "topic-" + topic
                Layout.fillWidth: true
                Layout.fillHeight: true
                text: Words.topic(topic)
                checked: chosen
                onClicked: root.model.toggle(topic)
                Keys.onUpPressed: event => event.accepted = root.go(topics.itemAt(index - grid.columns))
                Keys.onDownPressed: event => event.accepted = root.go(topics.itemAt(index + grid.columns))
            }
        }
    }

    Item {
        Layout.fillHeight: true
        // Its own spacing is what the smallest screen lacks.
        visible: root.portrait || root.height > 140 * Theme.mm
    }

    Cells {
        Layout.fillWidth: true
        visible: root.inTwo && !root.second
        room: root.room

        BigButton {
            objectName: "writeButton"
            Layout.fillWidth: true
            Layout.fillHeight: true
            side: 3 * Theme.mm
            text: root.model.comment ? qsTr("Written ✓") : qsTr("Write")
            Accessible.name: qsTr("Write a comment")
            onClicked: root.model.write()
        }

        BigButton {
            objectName: "nextButton"
            Layout.fillWidth: true
            Layout.fillHeight: true
            side: 3 * Theme.mm
            primary: true
            text: qsTr("Next")
            onClicked: root.second = true
        }
    }

    Rectangle {
        Layout.fillWidth: true
        visible: !root.inTwo || root.second
        Layout.preferredHeight: ask.implicitHeight + 2 * ask.anchors.margins
        radius: Theme.radiusLarge
        color: Theme.card
        border.color: Theme.line
        border.width: Theme.border

        GridLayout {
            id: ask

            readonly property bool fits: 2 * Math.max(no.least, yes.least) + Theme.gap <= width

            anchors.fill: parent
            anchors.margins: (Theme.compact ? 3 : 4) * Theme.mm
            columns: !root.stacked ? 3 : ask.fits ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: 4 * Theme.mm
            uniformCellWidths: root.stacked

            ColumnLayout {
                Layout.fillWidth: true
                Layout.columnSpan: root.stacked ? ask.columns : 1
                spacing: Theme.mm

                Label {
                    Layout.fillWidth: true
                    text: qsTr("Shall someone come\nto you now?")
                    font.bold: true
                }

                Label {
                    Layout.fillWidth: true
                    visible: !Theme.compact && !root.tight
                    text: qsTr("We would like to put it right.")
                    color: Theme.soft
                }
            }

            BigButton {
                id: no

                objectName: "noButton"
                Layout.fillWidth: root.stacked
                Layout.fillHeight: root.stacked
                Layout.preferredWidth: root.stacked ? 1 : implicitWidth
                text: qsTr("No, thanks")
                side: 4 * Theme.mm
                onClicked: root.model.no()
            }

            BigButton {
                id: yes

                objectName: "yesButton"
                Layout.fillWidth: root.stacked
                Layout.fillHeight: root.stacked
                Layout.preferredWidth: root.stacked ? 1 : implicitWidth
                primary: true
                side: 4 * Theme.mm
                text: qsTr("Yes, please")
                onClicked: root.model.yes()
            }
        }
    }
}
