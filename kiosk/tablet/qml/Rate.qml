pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import "controls"

Screen {
    id: root

    required property RateModel model
    required property Flow flow
    required property LanguageModel language
    required property ComfortModel comfort
    // Upright with little room, five rows of stars leave none for help below them.
    readonly property bool helpAbove: root.low || root.portrait && Theme.compact
    // One below the other, with the word beside the star, where five words do not stand side by side.
    readonly property bool listed: root.portrait || 5 * widest + 4 * Theme.gap > root.room
    readonly property real widest: metrics.font ? [1, 2, 3, 4, 5].reduce((most, value) => Math.max(most, metrics.advanceWidth(Words.stars(value))), Theme.target) : 0

    // Then the question stands beside them, so that the last of them is seen as soon as the first.
    readonly property bool aside: listed && !portrait && !low

    first: stars.count > 0 ? stars.itemAt(0) : null
    edge: (portrait ? 0.2 : 2) * Theme.mm
    spacing: (root.tight && root.portrait ? 0 : Theme.compact ? 1 : root.portrait ? 1.6 : 2.4) * Theme.mm
    helping: true
    onHelpAsked: root.flow.help()

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: Theme.textSize
        font.weight: Font.DemiBold
    }

    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        columnSpacing: 8 * Theme.mm
        rowSpacing: root.spacing

        RowLayout {
            Layout.row: 0
            Layout.column: 0
            Layout.fillWidth: true
            spacing: Theme.gap

            BigButton {
                objectName: "backButton"
                side: root.helpAbove ? 3 * Theme.mm : 8 * Theme.mm
                text: root.helpAbove ? "‹" : qsTr("‹ Back")
                Accessible.name: qsTr("Back")
                onClicked: root.model.back()
            }

            Item {
                Layout.fillWidth: true
                visible: !root.helpAbove
            }

            LanguageBar {
                visible: !root.helpAbove
                language: root.language
                narrow: root.narrow || Theme.compact
            }

            ComfortButton {
                comfort: root.comfort
            }

            BigButton {
                objectName: "helpButton"
                Layout.fillWidth: true
                visible: root.helpAbove && !root.paged
                side: 2 * Theme.mm
                text: root.tight && root.portrait ? "?" : qsTr("I need help")
                Accessible.name: qsTr("I need help")
                onClicked: root.flow.help()
            }
        }

        Label {
            Layout.fillWidth: true
            Layout.row: 1
            Layout.column: 0
            Layout.topMargin: Theme.compact ? 0 : 2 * Theme.mm
            objectName: "rateHeading"
            text: root.model.ticket ? qsTr("%1, how was your visit?").arg(root.model.ticket) : qsTr("How was your visit today?")
            font.pixelSize: root.tight ? Theme.textSize : Theme.titleSize
            font.bold: true
            horizontalAlignment: root.aside ? Text.AlignLeft : Text.AlignHCenter
            Accessible.role: Accessible.Heading
        }

        Label {
            Layout.row: 2
            Layout.column: 0
            Layout.fillWidth: true
            visible: !root.tight
            text: qsTr("Tap a star. Your name is not kept with it.")
            color: Theme.soft
            horizontalAlignment: root.aside ? Text.AlignLeft : Text.AlignHCenter
        }

        Item {
            Layout.row: 3
            Layout.column: 0
            Layout.fillHeight: true
        }

        Cells {
            Layout.row: root.aside ? 0 : 4
            Layout.column: root.aside ? 1 : 0
            Layout.rowSpan: root.aside ? 6 : 1
            Layout.fillWidth: !root.aside
            room: root.room
            most: !root.listed ? 5 : root.low ? 3 : 1
            rowSpacing: root.tight ? 3.1 * Theme.mm : Theme.gap
            uniformCellWidths: !Theme.compact || root.listed

            Repeater {
                id: stars

                model: 5

                StarButton {
                    required property int index

                    objectName: "star" + value
                    Layout.fillWidth: true
                    // The best first where they stand one below the other, as on every list of ratings.
                    value: root.listed ? 5 - index : index + 1
                    beside: root.listed
                    close: root.low && root.listed
                    filled: value <= root.model.stars
                    onClicked: root.model.rate(value)
                }
            }
        }

        Item {
            Layout.row: 5
            Layout.column: 0
            Layout.fillHeight: true
            visible: !root.aside
        }

        BigButton {
            objectName: "helpButton"
            Layout.row: root.aside ? 5 : 6
            Layout.column: 0
            visible: !root.helpAbove && !root.paged
            Layout.alignment: root.aside ? Qt.AlignLeft : Qt.AlignRight
            Layout.fillWidth: root.portrait
            text: qsTr("I need help")
            onClicked: root.flow.help()
        }
    }
}
