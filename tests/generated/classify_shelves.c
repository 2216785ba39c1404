#include "classify_shelves.h"

#include "stock_from_shelves.h"

enum stock_problem shelf_problem(int code, const char *message)
{
    return stock_from_shelves((ShelfError)code, message);
}

enum stock_problem raise_shelf_problem(struct problem *problem, int code, const char *message)
{
    return stock_raise_from_shelves(problem, (ShelfError)code, message);
}
