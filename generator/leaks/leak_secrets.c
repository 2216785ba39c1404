/*
 * Shapes of secrets: the tokens of well-known services, which have prefixes so that they can be
 * found, JSON Web Tokens, and password=... assignments.
 *
 * Placeholders such as sk_live_... or Bearer {token} are no secrets: a token is long, and the
 * rows marked `mixed` must hold a digit as well, so that plain words don't pass for one.
 */
#include "leaks/leak_internal.h"

enum alphabet { HEX, ALNUM, BASE64 };

struct token {
    char prefix[20]; /* in place: all of them are looked at for every word */
    enum alphabet alphabet;
    unsigned char length; /* the least after the prefix */
    bool mixed;           /* a digit and letters */
};

static const struct token tokens[] = {
    /* AWS access keys, by kind */
    {"AKIA", ALNUM, 16, false},
    {"ASIA", ALNUM, 16, false},
    {"ABIA", ALNUM, 16, false},
    {"ACCA", ALNUM, 16, false},
    /* GitHub, GitLab, Bitbucket and Atlassian */
    {"ghp_", ALNUM, 20, false},
    {"gho_", ALNUM, 20, false},
    {"ghu_", ALNUM, 20, false},
    {"ghs_", ALNUM, 20, false},
    {"ghr_", ALNUM, 20, false},
    {"github_pat_", BASE64, 22, false},
    {"glpat-", BASE64, 20, true},
    {"gldt-", BASE64, 20, true},
    {"glrt-", BASE64, 20, true},
    {"ATATT3", BASE64, 40, true},
    /* Slack, Discord and Telegram */
    {"xoxb-", BASE64, 10, true},
    {"xoxp-", BASE64, 10, true},
    {"xoxa-", BASE64, 10, true},
    {"xoxe-", BASE64, 10, true},
    {"xoxr-", BASE64, 10, true},
    {"xoxs-", BASE64, 10, true},
    {"xapp-", BASE64, 10, true},
    /* payments: Stripe, Square, PayPal's Braintree, Adyen */
    {"sk_live_", ALNUM, 10, false},
    {"sk_test_", ALNUM, 10, false},
    {"rk_live_", ALNUM, 10, false},
    {"rk_test_", ALNUM, 10, false},
    {"whsec_", BASE64, 20, true},
    {"sq0atp-", BASE64, 20, true},
    {"sq0csp-", BASE64, 20, true},
    {"EAAA", BASE64, 56, true},
    {"AQE", BASE64, 60, true},
    /* Google */
    {"AIza", BASE64, 30, true},
    {"GOCSPX-", BASE64, 20, true},
    {"ya29.", BASE64, 20, true},
    /* models and data */
    {"sk-proj-", BASE64, 20, true},
    {"sk-svcacct-", BASE64, 20, true},
    {"sk-ant-", BASE64, 20, true},
    {"sk-", ALNUM, 40, true},
    {"hf_", ALNUM, 30, false},
    {"dapi", HEX, 32, true},
    {"pscale_tkn_", BASE64, 20, true},
    {"pscale_pw_", BASE64, 20, true},
    {"sbp_", HEX, 40, true},
    /* packages and builds */
    {"npm_", ALNUM, 30, true},
    {"pypi-AgEI", BASE64, 20, true},
    {"rubygems_", HEX, 40, true},
    {"dckr_pat_", BASE64, 20, true},
    {"pul-", HEX, 40, true},
    {"lin_api_", ALNUM, 30, true},
    {"PMAK-", BASE64, 30, true},
    {"ntn_", ALNUM, 40, true},
    /* mail and messages */
    {"SG.", BASE64, 20, true},
    {"key-", HEX, 32, true},
    {"SK", HEX, 32, true},
    {"AC", HEX, 32, true},
    /* shops, clouds and monitoring */
    {"shpat_", HEX, 32, true},
    {"shpca_", HEX, 32, true},
    {"shppa_", HEX, 32, true},
    {"shpss_", HEX, 32, true},
    {"dop_v1_", HEX, 40, true},
    {"doo_v1_", HEX, 40, true},
    {"dor_v1_", HEX, 40, true},
    {"HRKU-", BASE64, 30, true},
    {"hvs.", BASE64, 20, true},
    {"hvb.", BASE64, 20, true},
    {"glsa_", BASE64, 30, true},
    {"glc_", BASE64, 30, true},
    {"NRAK-", ALNUM, 20, true},
    {"sntrys_", BASE64, 30, true},
    {"sntryu_", HEX, 40, true},
    {"dp.pt.", ALNUM, 30, true},
    {"AGE-SECRET-KEY-1", ALNUM, 30, false},
    /* values of an Authorization header */
    {"Bearer ", BASE64, 20, true},
    {"Basic ", BASE64, 12, true},
};

static bool in_base64(char byte)
{
    return leak_word(byte) || byte == '-' || byte == '+' || byte == '/' || byte == '.';
}

static leak_class *const alphabets[] = {
    [HEX] = leak_hex,
    [ALNUM] = leak_alnum,
    [BASE64] = in_base64,
};

static bool has_digit_and_letter(struct text word)
{
    bool digit = false, letter = false;
    for (size_t i = 0; i < word.length; i++) {
        digit = digit || leak_digit(word.bytes[i]);
        letter = letter || leak_letter(word.bytes[i]);
    }
    return digit && letter;
}

/* Takes the whole run, but judges what a look ahead sees of it. */
static size_t token_end(struct text text, size_t at, const struct token *token)
{
    size_t start = at + text_of(token->prefix).length;
    size_t end = leak_run_ahead(text, start, alphabets[token->alphabet]);
    struct text body = text_slice(text, start, end - start);
    bool other_word = token->alphabet == HEX && leak_word(leak_byte(text, end));
    if (body.length < token->length || other_word || (token->mixed && !has_digit_and_letter(body)))
        return 0;
    return leak_before(text, end) == '.' ? end - 1 : end;
}

/* Most words are too short for any token: those with a blank in their prefix start with B. */
static bool may_be_token(struct text text, size_t at)
{
    return leak_starts(text, at, leak_word) &&
           (text.bytes[at] == 'B' || leak_run_ahead(text, at, in_base64) >= at + LEAK_TOKEN_LEAST);
}

/* "AKIA" and 16 letters and digits, "ghp_" and 36; see the table */
size_t leak_secret_token(struct text text, size_t at)
{
    if (!may_be_token(text, at))
        return 0;
    for (size_t i = 0; i < sizeof tokens / sizeof *tokens; i++) {
        if (text.bytes[at] != tokens[i].prefix[0] || !leak_here(text, at, tokens[i].prefix))
            continue;
        size_t end = token_end(text, at, &tokens[i]);
        if (end != 0)
            return end;
    }
    return 0;
}

static bool in_base64url(char byte)
{
    return leak_word(byte) || byte == '-';
}

/* "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl": a JSON header, a dot and a payload */
size_t leak_jwt(struct text text, size_t at)
{
    if (!leak_starts(text, at, in_base64url) || !leak_here(text, at, "eyJ"))
        return 0;
    size_t dot = leak_run(text, at, in_base64url);
    size_t end = leak_run(text, dot + 1, in_base64url);
    if (leak_byte(text, dot) != '.' || dot - at < 12 || end - dot < 9)
        return 0;
    return leak_byte(text, end) == '.' ? leak_run(text, end + 1, in_base64url) : end;
}

static const char *const secret_names[] = {
    "access_key",    "access_token",    "accountkey", "api_key",     "apikey", "auth_token",
    "client_secret", "passwd",          "password",   "private_key", "pwd",    "secret",
    "secret_key",    "sharedaccesskey", "token",      NULL,
};

static bool in_value(char byte)
{
    return leak_word(byte) || byte == '-' || byte == '+' || byte == '/' || byte == '.' ||
           byte == '!' || byte == '@' || byte == '#' || byte == '$' || byte == '%' || byte == '^' ||
           byte == '&' || byte == '*';
}

/* "password=hunter2", "api_key=9f86d081884c7d65": a value with digits, so no placeholder */
size_t leak_secret_assignment(struct text text, size_t at)
{
    if (!leak_starts(text, at, leak_word))
        return 0;
    size_t name_end = leak_run(text, at, leak_word), value = name_end + 1;
    if (leak_byte(text, name_end) != '=' ||
        !leak_listed(text_slice(text, at, name_end - at), secret_names))
        return 0;
    size_t end = leak_run_ahead(text, value, in_value);
    struct text secret = text_slice(text, value, end - value);
    return secret.length >= 6 && has_digit_and_letter(secret) ? end : 0;
}
