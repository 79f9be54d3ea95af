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

    first: stars.count > 0 ? stars.itemAt(0) : null
    spacing: (Theme.compact ? 1 : root.portrait ? 1.6 : 2.4) * Theme.mm
    helping: true
    onHelpAsked: root.flow.help()

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: Theme.textSize
        font.weight: Font.DemiBold
    }

    RowLayout {
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
            text: qsTr("I need help")
            onClicked: root.flow.help()
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: Theme.compact ? 0 : 2 * Theme.mm
        objectName: "rateHeading"
        text: root.model.ticket ? qsTr("%1, how was your visit?").arg(root.model.ticket) : qsTr("How was your visit today?")
        font.pixelSize: root.tight ? Theme.textSize : Theme.titleSize
        font.bold: true
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.Heading
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("Tap a star. Your name is not kept with it.")
        color: Theme.soft
        horizontalAlignment: Text.AlignHCenter
    }

    Item {
        Layout.fillHeight: true
    }

    GridLayout {
        Layout.fillWidth: true
        columns: root.listed ? 1 : 5
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
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
                filled: value <= root.model.stars
                onClicked: root.model.rate(value)
            }
        }
    }

    Item {
        Layout.fillHeight: true
    }

    BigButton {
        objectName: "helpButton"
        visible: !root.helpAbove && !root.paged
        Layout.alignment: Qt.AlignRight
        Layout.fillWidth: root.portrait
        text: qsTr("I need help")
        onClicked: root.flow.help()
    }
}
