package org.kontor.api.labels;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/// Turns labels into text.
///
/// Texts come from the files `i18n/<bundle symbolic name>[_<language>].properties` (UTF-8, [java.text.MessageFormat]
/// places) of every active bundle and go when the bundle goes. A key that is missing in a language is shown in English, one that
/// is missing everywhere is shown as itself.
@ProviderType
public interface Labels {

    /// The languages the portal offers, English first; never empty.
    List<Locale> languages();

    /// The text of a label in a language.
    String text(Label label, Locale language);

    /// Whether any active bundle has a text for `key`.
    boolean has(String key);
}
