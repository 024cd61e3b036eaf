package org.kontor.core.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class S3SignatureTest {

    /// The example "GET Bucket Lifecycle" of "Authenticating Requests: Using the Authorization Header" in the documentation of Amazon S3.
    @Test
    void signsAsInThePublishedExample() {
        var headers = new S3Signature("us-east-1", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
                .headers("GET", URI.create("https://examplebucket.s3.amazonaws.com/?lifecycle="), S3Signature.sha256(""), Instant.parse("2013-05-24T00:00:00Z"));

        assertThat(headers.get("Authorization")).isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, "
                + "Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
        assertThat(headers).doesNotContainKey("host");
    }

    @Test
    void keepsTheSecretToItself() {
        assertThat(new S3Signature("r", "key", "secret").toString()).doesNotContain("secret");
    }
}
