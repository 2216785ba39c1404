#include "money.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static int64_t digit(char byte)
{
    return byte - '0';
}

bool money_parse(const char *text, int64_t *cents)
{
    static const char digits[] = "0123456789";
    size_t whole = strspn(text, digits);
    size_t point = text[whole] == '.';
    size_t places = point ? strspn(text + whole + 1, digits) : 0;
    if (whole == 0 || whole > 12 || text[whole + point + places] != '\0' ||
        (point && (places < 1 || places > 2)))
        return false;
    const char *fraction = text + whole + point;
    int64_t value = 0;
    for (size_t i = 0; i < whole; i++)
        value = value * 10 + digit(text[i]);
    value *= 100;
    if (places > 0)
        value += 10 * digit(fraction[0]);
    if (places > 1)
        value += digit(fraction[1]);
    *cents = value;
    return true;
}

void money_print(int64_t cents, char text[MONEY_SIZE])
{
    snprintf(text, MONEY_SIZE, "%s%" PRIdMAX ".%02d", cents < 0 ? "-" : "", imaxabs(cents) / 100,
             (int)(imaxabs(cents) % 100));
}
