package org.kontor.api.files;

/// A stored file. `id` is the number to ask [Files] for; `size` counts bytes.
public record FileRef(long id, String name, String mediaType, long size) {}
