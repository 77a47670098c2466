/// Whom a setting is for.
package enum SettingScope: String, Vocabulary {
    case global
    case company
    case employee
}
