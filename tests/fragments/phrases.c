/*
 * Prints every status of an error that the runtime has a phrase for, named after it: NOT_FOUND 404.
 */
#include <problem.h>

#include <ctype.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    for (int status = 400; status < 600; status++) {
        const char *phrase = problem_reason(status);
        if (strcmp(phrase, problem_reason(status < 500 ? 499 : 599)) == 0)
            continue;
        for (; *phrase; phrase++)
            putchar(isalnum((unsigned char)*phrase) ? toupper((unsigned char)*phrase) : '_');
        printf(" %d\n", status);
    }
    return 0;
}
