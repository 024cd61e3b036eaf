package org.kontor.api.jobs;

import org.osgi.service.component.annotations.ComponentPropertyType;

/// The name of a kind of job (`documents.import`); never reused.
@ComponentPropertyType
public @interface JobId {
    String value();

    String PREFIX_ = "kontor.";
}
