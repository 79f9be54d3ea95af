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

    component NextButton: BigButton {
        objectName: "nextButton"
        primary: true
        text: qsTr("Next")
        onClicked: root.second = true
    }

    Sun {
        anchors.right: parent.right
        anchors.rightMargin: -32 * Theme.mm
        y: -44 * Theme.mm
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: root.side
        anchors.rightMargin: root.side
        anchors.topMargin: Theme.compact ? 2 * Theme.mm : Theme.marginSmall
        anchors.bottomMargin: Theme.compact ? 2 * Theme.mm : Theme.marginSmall
        spacing: (Theme.compact ? 2 : 3.4) * Theme.mm

        GridLayout {
            Layout.fillWidth: true
            columns: root.portrait ? 2 : 4
            columnSpacing: (Theme.compact ? 3.2 : 5) * Theme.mm
            rowSpacing: 4 * Theme.mm

            StarRow {
                objectName: "givenStars"
                count: root.model.stars
                wave: true
                size: (Theme.compact ? 9 : 12.4) * Theme.mm
            }

            BigButton {
                objectName: "changeButton"
                side: (root.low ? 4 : 8) * Theme.mm
                Layout.alignment: Qt.AlignRight
                Layout.column: root.portrait ? 1 : 2
                Layout.row: 0
                text: qsTr("Change")
                onClicked: root.model.change()
            }

            NextButton {
                Layout.row: 0
                Layout.column: 3
                side: 4 * Theme.mm
                visible: root.low && !root.second
            }

            Label {
                objectName: "thanksLine"
                Layout.fillWidth: true
                Layout.column: root.portrait ? 0 : 1
                Layout.row: root.portrait ? 1 : 0
                Layout.columnSpan: root.portrait ? 2 : 1
                text: Theme.compact ? Words.stars(root.model.stars) : qsTr("%1. Thank you.").arg(Words.stars(root.model.stars))
                font.pixelSize: Theme.leadSize
                font.bold: true
                Accessible.role: Accessible.Heading
            }
        }

        Label {
            Layout.fillWidth: true
            visible: !root.inTwo || !root.second
            text: (root.model.stars === 5 ? qsTr("What was good?") : qsTr("What could we do better?")) + " " + qsTr("Tap any.")
        }

        GridLayout {
            id: grid

            Layout.fillWidth: true
            visible: !root.inTwo || !root.second
            columns: root.portrait ? 2 : 3
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true

            Repeater {
                id: topics

                model: root.model.topics

                Chip {
                    required property int index
                    required property string topic
                    required property bool chosen

                    objectName: "topic-" + topic
                    Layout.fillWidth: true
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
        }

        NextButton {
            Layout.alignment: Qt.AlignRight
            visible: root.inTwo && !root.second && !root.low
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

                anchors.fill: parent
                anchors.margins: (Theme.compact ? 1.6 : 4.4) * Theme.mm
                columns: root.stacked ? 2 : 3
                columnSpacing: Theme.gap
                rowSpacing: 4 * Theme.mm
                uniformCellWidths: root.stacked

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.columnSpan: root.stacked ? 2 : 1
                    spacing: Theme.mm

                    Label {
                        Layout.fillWidth: true
                        text: qsTr("Shall someone come\nto you now?")
                        font.bold: true
                    }

                    Label {
                        Layout.fillWidth: true
                        visible: !Theme.compact
                        text: qsTr("We would like to put it right.")
                        color: Theme.soft
                    }
                }

                BigButton {
                    id: no

                    objectName: "noButton"
                    Layout.fillWidth: root.stacked
                    Layout.preferredWidth: root.stacked ? 1 : implicitWidth
                    text: qsTr("No, thanks")
                    side: 4 * Theme.mm
                    onClicked: root.model.no()
                }

                BigButton {
                    objectName: "yesButton"
                    Layout.fillWidth: root.stacked
                    Layout.preferredWidth: root.stacked ? 1 : implicitWidth
                    primary: true
                    side: 4 * Theme.mm
                    text: qsTr("Yes, please")
                    onClicked: root.model.yes()
                }
            }
        }
    }
}
